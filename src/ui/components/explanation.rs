//! Statements about a result: lines, links and tables, as returned by the second program.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use super::copy_field::CopyField;
use super::element;
use super::opened::OpenedHandle;
use super::{bar, link, names};
use crate::report::{
    Block, Cell, DataTable, Explanation as Statements, Line, Link, Section, Takeaway, Tone,
};
use crate::text::msg;
use crate::ui::context::{PageContext, ViewContext};
use crate::ui::hooks::{LoadState, use_explanation};
use crate::ui::model::Model;
use crate::ui::store::UiAction;

/// The props of an explanation.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct ExplanationProps {
    /// The catalog.
    pub model: Model,
    /// The query string of the state that is explained.
    pub query: AttrValue,
    /// The section to explain.
    pub section: Section,
    /// Whether the second program has arrived.
    pub program: LoadState,
    /// Whether no message is shown while there is no explanation, because none may be expected.
    #[prop_or_default]
    pub is_quiet: bool,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
}

/// The statements of a section; an empty element if there are none.
#[component]
pub(in crate::ui) fn Explanation(props: &ExplanationProps) -> Html {
    let ExplanationProps { model, query, section, program, is_quiet, dispatch } = props;
    let explanation = use_explanation(*model, query, *section, *program);
    let message = match (program, &explanation) {
        (LoadState::Here, Some(_)) => None,
        (LoadState::Waiting, _) => Some(msg::RESULT_WORKING),
        _ => Some(msg::RESULT_NOT_WORKED),
    };
    let message = message.filter(|_| !is_quiet);
    let shown = explanation.map(|explanation| blocks(*model, dispatch, &explanation));
    html! {
        <div class="statements">
            if let Some(message) = message {
                { element::paragraph("muted", model.t(message)) }
            }
            { shown.unwrap_or_default() }
        </div>
    }
}

/// The statements, block by block.
pub(in crate::ui) fn blocks(
    model: Model,
    dispatch: &Callback<UiAction>,
    explanation: &Statements,
) -> Html {
    let blocks = explanation.blocks.iter().enumerate();
    blocks.map(|(at, block)| block_view(model, dispatch, at, block)).collect()
}

/// The explanation of a section for the state that is shown.
pub(in crate::ui) fn explanation(cx: &ViewContext, section: Section, is_quiet: bool) -> Html {
    explanation_of(&cx.page, cx.explain, section, is_quiet)
}

/// The same where there is no context of a view. Its links may be opened outside the frame.
pub(in crate::ui) fn explanation_of(
    cx: &PageContext,
    program: LoadState,
    section: Section,
    is_quiet: bool,
) -> Html {
    let query = cx.model.link_to(&cx.state);
    html! {
        <Explanation model={cx.model} {query} {section} {program} {is_quiet}
            dispatch={cx.dispatch.clone()} />
    }
}

/// What has changed since an old link was made. It is computed when it is opened.
pub(in crate::ui) fn since(cx: &ViewContext) -> Html {
    let Some(date) = cx.made_with else {
        return Html::default();
    };
    let opened = OpenedHandle::new(cx, cx.screen.opened);
    let is_open = opened.get().since;
    html! {
        <details class="since" open={is_open}>
            <summary onclick={opened.toggle(|now| now.since = !is_open)}>
                { cx.tf(msg::SINCE_TITLE, &[("date", &date.to_string())]) }
            </summary>
            if is_open {
                { explanation(cx, Section::Since(date), true) }
            }
        </details>
    }
}

fn block_view(model: Model, dispatch: &Callback<UiAction>, at: usize, block: &Block) -> Html {
    match block {
        Block::Title(title) => html! { <h4 key={at}>{ names::marked(model, title) }</h4> },
        Block::Line(line) => line_view(model, dispatch, at, line),
        Block::Table(table) => table_view(model, at, table),
        Block::Text(text) => text_view(model, at, text),
    }
}

/// A text to copy, to select, and to download by a link that holds it, so that nothing is fetched.
fn text_view(model: Model, at: usize, takeaway: &Takeaway) -> Html {
    let Takeaway { name, text } = takeaway;
    let mut href = String::from("data:application/octet-stream;charset=utf-8,");
    href.extend(utf8_percent_encode(text, NON_ALPHANUMERIC));
    html! {
        <div key={at} class="file">
            <CopyField {model} text={text.clone()} field="takeaway" is_long=true label={msg::FILE_TEXT}
                button={msg::FILE_COPY} done={msg::FILE_COPIED} refused={msg::FILE_NOT_COPIED} />
            // Frames and the browsers inside other apps may not be allowed to save files, and nobody is told.
            <p class="share__row">
                <a class="button" {href} download={name.clone()}>{ model.tf(msg::FILE_DOWNLOAD, &[("name", name)]) }</a>
                <span class="muted">{ model.t(msg::FILE_NOT_SAVED) }</span>
            </p>
        </div>
    }
}

fn line_view(model: Model, dispatch: &Callback<UiAction>, at: usize, line: &Line) -> Html {
    let class = match line.tone {
        _ if !line.word.is_empty() => "line line--firm",
        Tone::Plain | Tone::Action => "line",
        Tone::Muted => "line line--muted",
        Tone::Warning => "line line--warning",
    };
    html! {
        <p key={at} {class}>
            if line.steps > 0 {
                <span class="meter" aria-hidden="true">{ meter(line.steps) }</span>
            }
            <span>
                if line.tone == Tone::Warning {
                    <span aria-hidden="true">{ "⚠ " }</span>
                }
                if !line.word.is_empty() {
                    <strong class="line__word" title={line.means.clone()}>{ &line.word }{ "." }</strong>
                    { " " }
                }
                { names::marked(model, &line.text) }
                <>{ for line.links.iter().map(|link| html! {
                    <>{ " " }{ link_view(model, dispatch, line.tone, link) }</>
                }) }</>
            </span>
        </p>
    }
}

/// Four steps, of which so many are filled.
fn meter(steps: u8) -> String {
    (1..=4).map(|step| if step <= steps { '■' } else { '□' }).collect()
}

fn link_view(model: Model, dispatch: &Callback<UiAction>, tone: Tone, link: &Link) -> Html {
    let Link { label, query, tries } = link;
    let class = match tone {
        Tone::Action => "button button--main",
        _ if tries.is_empty() => "line__link",
        _ => "button button--small",
    };
    link::to_query(model, dispatch, query, tries, class, names::label(model, label))
}

fn table_view(model: Model, at: usize, table: &DataTable) -> Html {
    let DataTable { caption, head, rows } = table;
    // A head stands over its numbers.
    let is_number = |at: usize| {
        rows.first().and_then(|row| row.get(at)).is_some_and(|cell| matches!(cell, Cell::Number(_)))
    };
    html! {
        <table key={at} class="points">
            <caption>{ names::marked(model, caption) }</caption>
            if !head.is_empty() {
                <thead>
                    <tr>{ for head.iter().enumerate().map(|(at, label)| html! {
                        <th key={label.as_str()} scope="col" class={is_number(at).then_some("number")}>{ label }</th>
                    }) }</tr>
                </thead>
            }
            <tbody>{ for rows.iter().enumerate().map(|(at, row)| row_view(model, at, row)) }</tbody>
        </table>
    }
}

fn row_view(model: Model, at: usize, row: &[Cell]) -> Html {
    html! {
        <tr key={at}>
            { for row.iter().enumerate().map(|(at, cell)| match cell {
                Cell::Text(text) if at == 0 => html! {
                    <th key={at} scope="row">{ names::marked(model, text) }</th>
                },
                Cell::Text(text) => html! { <td key={at}>{ names::marked(model, text) }</td> },
                Cell::Number(text) => html! { <td key={at} class="number">{ text }</td> },
                Cell::Share(percent) => html! {
                    <td key={at} class="points__bar">{ bar::share(*percent) }</td>
                },
            }) }
        </tr>
    }
}
