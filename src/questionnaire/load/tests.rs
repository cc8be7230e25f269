//! A damaged catalogue is refused, with every mistake in it.

use super::*;

fn mistakes(text: &str) -> Vec<String> {
    load(&[("x.toml", text)]).map(|_| ()).unwrap_err().iter().map(ToString::to_string).collect()
}

const HEAD: &str = "[section]\nid = \"x\"\nminutes = 1\n";

#[test]
fn the_built_in_catalogue_is_sound() {
    assert!(built_in().is_ok(), "{:?}", built_in().err());
}

#[test]
fn every_mistake_is_reported_at_once_with_its_line() {
    let text = format!(
        "{HEAD}[[question]]\nid = \"Bad Id\"\nkind = \"text\"\n[[question]]\nid = \"b\"\nkind = \"single\"\n"
    );
    assert_eq!(
        mistakes(&text),
        [
            "x.toml:4: `Bad Id` is no id: use a-z, 0-9 and -, at most 32",
            "x.toml:7: `b` has nothing to choose from"
        ]
    );
}

#[test]
fn a_condition_can_only_look_back() {
    let text = format!(
        "{HEAD}[[question]]\nid = \"a\"\nkind = \"text\"\nshow_if = {{ question = \"b\" }}\n\
         [[question]]\nid = \"b\"\nkind = \"text\"\n"
    );
    assert_eq!(mistakes(&text), ["x.toml:4: `a` looks at `b`, which is not asked before it"]);
}

#[test]
fn not_knowing_counts_only_where_choices_do() {
    let text = format!(
        "{HEAD}[[question]]\nid = \"a\"\nkind = \"text\"\n[[question]]\nid = \"b\"\nkind = \"text\"\n\
         show_if = {{ question = \"a\", or_unknown = true }}\n"
    );
    assert_eq!(mistakes(&text), ["x.toml:7: `b` looks for no choice of `a`, so not knowing changes nothing"]);
}

#[test]
fn the_condition_of_a_choice_can_only_look_back_too() {
    let choice = "{ id = \"c\", show_if = { question = \"b\" } }";
    let text = format!("{HEAD}[[question]]\nid = \"a\"\nkind = \"single\"\nchoices = [{choice}]\n");
    assert_eq!(mistakes(&text), ["x.toml:4: `a` looks at `b`, which is not asked before it"]);
}

#[test]
fn text_that_is_no_toml_names_the_line() {
    let found = mistakes("[section]\nid = \"x\"\nminutes = \"many\"\n");
    assert!(found[0].starts_with("x.toml:3: "), "{found:?}");
}

#[test]
fn how_long_ago_it_was_can_only_be_asked_of_a_day() {
    let text = format!(
        "{HEAD}[[question]]\nid = \"a\"\nkind = \"text\"\n[[question]]\nid = \"b\"\nkind = \"text\"\n\
         show_if = [{{ question = \"a\", day = \"old\" }}]\n"
    );
    assert_eq!(mistakes(&text), ["x.toml:7: `b` looks at a day, but `a` tells none"]);
}

#[test]
fn what_settles_a_question_may_come_later_but_must_be_there() {
    let text = |settled_by: &str| {
        format!(
            "{HEAD}[[question]]\nid = \"a\"\nkind = \"text\"\nsettled_by = {{ question = \"{settled_by}\" }}\n\
             [[question]]\nid = \"b\"\nkind = \"text\"\n"
        )
    };
    assert!(load(&[("x.toml", &text("b"))]).is_ok());
    assert_eq!(mistakes(&text("c")), ["catalogue:1: `a` is settled by `c`, which nothing asks"]);
}
