//! The domain: properties over generated inputs, each against brute force or against itself under a
//! change that must not matter, worked examples computed independently, and inputs from outside.
//!
//! Each file is named after the module that it tests. The numbers of properties are those of section 3
//! of the decision model.

mod browse {
    mod facet_properties;
    mod fold_properties;
    mod search_properties;
}
mod compare_properties;
mod decide {
    mod acceptability_properties;
    mod all_changes;
    mod change_pairs_properties;
    mod change_properties;
    mod combine_properties;
    mod completions;
    mod counterfactual_properties;
    mod expired_facts_properties;
    mod explain_properties;
    mod firmness_properties;
    mod necessary_winner_properties;
    mod next_properties;
    mod offer_properties;
    mod oracles;
    mod published_oracles;
    mod rank_metamorphic;
    mod rank_properties;
    mod relax_properties;
    mod robustness_oracles;
    mod same_on_every_target;
    mod scenario_oracles;
    mod score_properties;
    mod table_properties;
    mod trade_offs_properties;
    mod weight_sensitivity_properties;
    mod worst_case_loss_properties;
}
mod export {
    mod snippet;
}
mod history_properties;
mod message;
mod permalink_properties;
mod query_repair;
mod settings {
    mod parameters;
    mod settings_properties;
}
mod state_properties;
mod team {
    mod adding;
    mod group;
    mod joint_properties;
    mod objection_properties;
    mod paste;
    mod talk_properties;
}
mod ten_thousand_alternatives;
mod untrusted_input_properties;
