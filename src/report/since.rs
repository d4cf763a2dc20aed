//! Which facts that matter to the answers have changed since an older catalog.

use super::{Explanation, ReportInput, Tone};
use crate::domain::catalog::{CriterionId, Date, Value};
use crate::domain::decide::{Changed, Since};
use crate::domain::state::View;
use crate::text::{and_list, labels_of, msg, value, value_of};

/// How many facts are named.
const N_NAMED: usize = 8;
/// How many names a sentence lists.
const N_LISTED: usize = 6;

/// The facts that were something else, the most important first.
pub(super) fn say(input: &ReportInput, day: Date, explanation: &mut Explanation) {
    let Some(since) = of_all(input, day) else {
        let values = [("date", &*day.to_string())];
        return explanation.say(Tone::Plain, input.tf(msg::SINCE_UNKNOWN, &values));
    };
    let date = since.date.to_string();
    let n = since.changed.len();
    let message = if n == 0 { msg::SINCE_NOTHING } else { msg::SINCE_CHANGED };
    let values = [("date", &*date), ("n", &*n.to_string())];
    explanation.say(Tone::Plain, input.tf(message, &values));
    if let Some(leaders) = since.leaders.as_ref().filter(|leaders| !leaders.is_empty()) {
        let names = input.names(leaders, N_LISTED);
        explanation.say(Tone::Warning, input.tf(msg::SINCE_LEADERS, &[("names", &names)]));
    }
    for changed in since.changed.iter().take(N_NAMED) {
        explanation.say(Tone::Plain, sentence(input, changed));
    }
    if n > N_NAMED {
        explanation.say(Tone::Plain, input.words.count(msg::SINCE_MORE, n - N_NAMED));
    }
    if !since.added.is_empty() {
        let names = input.names(&since.added, N_LISTED);
        explanation.say(Tone::Plain, input.tf(msg::SINCE_ADDED, &[("names", &names)]));
    }
    if !since.incomparable.is_empty() {
        let label = |id: &CriterionId| input.catalog.criterion(*id).label.to_string();
        let labels: Vec<_> = since.incomparable.iter().map(label).collect();
        let values = [("labels", &*and_list(&labels))];
        explanation.say(Tone::Muted, input.tf(msg::SINCE_INCOMPARABLE, &values));
    }
    explanation.say(Tone::Muted, input.t(msg::SINCE_QUESTIONS));
}

/// What has changed for the answers that are shown: those of everybody in the view of a team. Of a team it is
/// not said who would be first with the facts of then.
fn of_all(input: &ReportInput, day: Date) -> Option<Since> {
    let mut team = input.state.team.iter().filter(|_| input.state.view == View::Team);
    let Some(first) = team.next() else {
        return Since::of(input.catalog, input.answers(), day);
    };
    let mut all = Since::of(input.catalog, &first.answers, day)?;
    all.leaders = None;
    for member in team {
        let own = Since::of(input.catalog, &member.answers, day)?;
        let changed = own.changed.into_iter().filter(|one| !all.changed.contains(one));
        let changed: Vec<_> = changed.collect();
        all.changed.extend(changed);
        let incomparable = own.incomparable.into_iter().filter(|id| !all.incomparable.contains(id));
        let incomparable: Vec<_> = incomparable.collect();
        all.incomparable.extend(incomparable);
    }
    Some(all)
}

/// What a fact was, and what it is.
fn sentence(input: &ReportInput, changed: &Changed) -> String {
    let Changed { alternative, criterion, then } = changed;
    let (catalog, words) = (input.catalog, input.words);
    let now = &catalog.alternative(*alternative).fact(*criterion).value;
    let (name, label) = (input.name(*alternative), &*catalog.criterion(*criterion).label);
    if let (Value::Many(before), Value::Many(after)) = (then, now) {
        let list = |bits: u64| labels_of(catalog, *criterion, &Value::Many(bits)).join(", ");
        let (more, fewer) = (list(after & !before), list(before & !after));
        let message = match (more.is_empty(), fewer.is_empty()) {
            (false, true) => msg::SINCE_MORE_VALUES,
            (true, _) => msg::SINCE_FEWER_VALUES,
            (false, false) => msg::SINCE_OTHER_VALUES,
        };
        let values = [("name", name), ("label", label), ("more", &*more), ("fewer", &*fewer)];
        return input.tf(message, &values);
    }
    let (then, now) = (
        value_of(catalog, words, *criterion, then),
        value(catalog, words, *alternative, *criterion),
    );
    let values = [("name", name), ("label", label), ("then", &*then), ("now", &*now)];
    input.tf(msg::SINCE_WAS, &values)
}
