//! Statements about a result, as the program that works them out says them: lines, links and tables.
//!
//! # What this module does not do
//! It works nothing out. Until that program has arrived it says so, and the page goes on without.

use yew::prelude::*;

use super::bar;
use super::link;
use crate::browser::explain;
use crate::report::{Block, Cell, DataTable, Explanation, Line, Link, ReportInput, Section, Tone};
use crate::text::msg;
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::store::Arrival;

/// What is to be said in a section; an empty element where there is nothing to say.
pub(in crate::ui) fn view(cx: &Cx, section: Section) -> Html {
    let report = report(cx, section);
    let is_waiting = report.is_none() && cx.local.analysis == Arrival::Waiting;
    let waiting = if is_waiting { msg::RESULT_WORKING } else { msg::RESULT_NOT_WORKED };
    let blocks = report.unwrap_or_default().blocks;
    let is_here = cx.local.analysis == Arrival::Here;
    html! {
        <div class="statements">
            <p class="muted" hidden={is_here}>{ cx.t(waiting) }</p>
            { for blocks.iter().enumerate().map(|(at, block)| block_view(cx, at, block)) }
        </div>
    }
}

/// The same without a word while it is not there: for places where nothing is expected.
pub(in crate::ui) fn view_if_ready(cx: &Cx, section: Section) -> Html {
    blocks(cx, &report(cx, section).unwrap_or_default())
}

/// What is to be said.
pub(in crate::ui) fn blocks(cx: &Cx, report: &Explanation) -> Html {
    let blocks = report.blocks.iter().enumerate();
    html! {
        <div class="statements">{ for blocks.map(|(at, block)| block_view(cx, at, block)) }</div>
    }
}

fn report(cx: &Cx, section: Section) -> Option<Explanation> {
    if cx.local.analysis != Arrival::Here {
        return None;
    }
    let model = cx.model;
    explain::explain(&model.query_of(&cx.state), section, model.today, || {
        let subject = ReportInput {
            catalog: &model.catalog,
            table: &model.table,
            words: &model.words,
            settings: &model.settings_query,
            state: &cx.state,
            ranking: &cx.ranking,
        };
        crate::report::of(&subject, section)
    })
}

fn block_view(cx: &Cx, at: usize, block: &Block) -> Html {
    let inner = match block {
        Block::Title(title) => html! { <h4>{ title }</h4> },
        Block::Line(line) => line_view(cx, line),
        Block::Table(table) => table_view(table),
    };
    html! { <div key={at}>{ inner }</div> }
}

fn line_view(cx: &Cx, line: &Line) -> Html {
    let class = match line.tone {
        Tone::Plain => "line",
        Tone::Muted => "line line--muted",
        Tone::Warning => "line line--warning",
    };
    html! {
        <p {class}>
            <span aria-hidden="true" hidden={line.tone != Tone::Warning}>{ "⚠" }</span>
            <span class="mark line__word" hidden={line.word.is_empty()} title={&line.means}>
                { &line.word }
            </span>
            <span hidden={line.text.is_empty()}>{ &line.text }</span>
            { for line.links.iter().map(|link| link_view(cx, link)) }
        </p>
    }
}

fn link_view(cx: &Cx, link: &Link) -> Html {
    let Link { label, query, tries } = link;
    link::to_query(cx, query, tries, html! { { label } })
}

fn table_view(table: &DataTable) -> Html {
    let DataTable { caption, head, rows } = table;
    html! {
        <table class="points">
            <caption>{ caption }</caption>
            <thead hidden={head.is_empty()}>
                <tr>{ for head.iter().map(|label| html! {
                    <th key={label.as_str()} scope="col">{ label }</th>
                }) }</tr>
            </thead>
            <tbody>{ for rows.iter().enumerate().map(|(at, row)| row_view(at, row)) }</tbody>
        </table>
    }
}

fn row_view(at: usize, row: &[Cell]) -> Html {
    html! {
        <tr key={at}>
            { for row.iter().enumerate().map(|(at, cell)| match cell {
                Cell::Text(text) if at == 0 => html! { <th key={at} scope="row">{ text }</th> },
                Cell::Text(text) => html! { <td key={at}>{ text }</td> },
                Cell::Number(text) => html! { <td key={at} class="number">{ text }</td> },
                Cell::Share(percent) => html! {
                    <td key={at} class="points__bar">{ bar::share(*percent) }</td>
                },
            }) }
        </tr>
    }
}
