//! Which flow goes first. Precedence and nothing else: the clock (no person says that), emergencies, other commands,
//! corrections, old buttons, standing buttons, the open emergency plan, newcomers, then wherever the person is.

use std::ops::ControlFlow;

use dptree::{Handler, prelude::DependencyMap};

use crate::dialogue::{Place, State, command::Command, input::Input, step::Flow};

/// What the routes look at.
#[derive(Clone, Debug)]
pub struct Heard {
    /// What somebody did.
    pub input: Input,
    /// Where they are.
    pub state: State,
    /// Whether they speak for a company.
    pub admitted: bool,
}

/// The tree, in the order in which it is tried.
pub fn tree() -> Handler<'static, Flow> {
    let place = |fits: fn(&Place) -> bool| move |heard: Heard| fits(&heard.state.place);
    dptree::entry()
        .branch(to(Flow::Reminder, |heard: Heard| matches!(heard.input, Input::Tick(_))))
        .branch(to(Flow::Outage, |heard: Heard| matches!(heard.input, Input::Outage(_))))
        .branch(to(Flow::Noodplan, |heard: Heard| {
            matches!(heard.input, Input::Command(Command::Noodplan, _))
        }))
        .branch(to(Flow::Command, |heard: Heard| matches!(heard.input, Input::Command(..))))
        .branch(to(Flow::Correction, |heard: Heard| {
            matches!(heard.input, Input::Corrected(_) | Input::TakenBack)
        }))
        .branch(to(Flow::Stale, |heard: Heard| heard.input == Input::Stale && heard.admitted))
        .branch(to(Flow::Standing, |heard: Heard| {
            matches!(heard.input, Input::Standing(_)) && heard.admitted
        }))
        .branch(to(Flow::InNoodplan, |heard: Heard| heard.state.in_noodplan))
        .branch(to(Flow::Onboarding, |heard: Heard| !heard.admitted || heard.state.place == Place::Trouble))
        .branch(to(Flow::Sitting, place(|place| matches!(place, Place::Question { .. }))))
        .branch(to(Flow::Answers, place(|place| matches!(place, Place::Answers { .. }))))
        .branch(to(
            Flow::Results,
            place(|place| matches!(place, Place::Results | Place::MoreResults | Place::WhatIf { .. })),
        ))
        .branch(to(Flow::Things, place(|place| matches!(place, Place::Things(_)))))
        .branch(to(Flow::Letter, place(|place| matches!(place, Place::Letter(_)))))
        .branch(to(Flow::Todos, place(|place| matches!(place, Place::Todos(_)))))
        .branch(to(Flow::Log, place(|place| matches!(place, Place::Log { .. }))))
        .branch(to(Flow::Agenda, place(|place| matches!(place, Place::Agenda(_)))))
        .branch(to(
            Flow::CallList,
            place(|place| matches!(place, Place::Lines { .. } | Place::Line(_) | Place::LineField(..))),
        ))
        .branch(to(Flow::Parts, place(|place| *place == Place::Parts)))
        .branch(to(Flow::More, place(|place| *place == Place::More)))
        .branch(to(
            Flow::Members,
            place(|place| {
                matches!(
                    place,
                    Place::Waiting
                        | Place::Members
                        | Place::Member(_)
                        | Place::RemoveMember(_)
                        | Place::Invite
                )
            }),
        ))
        .branch(to(Flow::Succession, place(|place| matches!(place, Place::Succession(_)))))
        .branch(to(Flow::Proposals, place(|place| matches!(place, Place::Propose { .. }))))
        .branch(to(Flow::Companies, place(|place| *place == Place::Companies)))
        .branch(to(Flow::Agreements, place(|place| matches!(place, Place::Agreements(_)))))
        .branch(to(
            Flow::BackupDiary,
            place(|place| matches!(place, Place::BackupDiary { .. } | Place::SafeBackup)),
        ))
        .branch(to(Flow::Copy, place(|place| *place == Place::Copy)))
        .branch(to(Flow::Forget, place(|place| matches!(place, Place::Forget(_)))))
        .branch(to(Flow::Review, place(|place| matches!(place, Place::Review { .. }))))
        .branch(to(Flow::Menu, |_: Heard| true))
}

fn to<F>(flow: Flow, fits: F) -> Handler<'static, Flow>
where
    F: Fn(Heard) -> bool + Send + Sync + 'static,
{
    dptree::filter(fits).endpoint(move || async move { flow })
}

/// The flow for what was heard. The menu takes what nothing else does.
pub async fn route(tree: &Handler<'static, Flow>, heard: Heard) -> Flow {
    let mut dependencies = DependencyMap::new();
    dependencies.insert(heard);
    match tree.dispatch(dependencies).await {
        ControlFlow::Break(flow) => flow,
        ControlFlow::Continue(_) => Flow::Menu,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialogue::{agreements::Spot, forget::Forgetting, review, standing::StandingTap},
        domain::{dossier::Slot, ids::PersonId},
    };

    fn heard(input: Input, place: Place) -> Heard {
        Heard { input, state: place.into(), admitted: true }
    }

    #[test]
    fn everything_the_tree_asks_for_is_there() {
        dptree::type_check(tree().sig(), &dptree::deps![heard(Input::Empty, Place::Menu)], &[]);
    }

    #[tokio::test]
    async fn precedence_is_emergency_command_correction_stale_standing_plan_newcomer_place() {
        let tree = tree();
        let emergency = Input::Command(Command::Noodplan, String::new());
        let tap = StandingTap::Confirm(PersonId(uuid::Uuid::nil()));
        let in_plan = |input: Input| Heard {
            state: State { place: Place::Menu, in_noodplan: true },
            ..heard(input, Place::Menu)
        };
        let slot = Slot { item: None, question: "x".into() };
        let propose = Place::Propose { section: "x".into(), slot };
        let cases = [
            (Heard { admitted: false, ..heard(emergency.clone(), Place::Stranger) }, Flow::Noodplan),
            (in_plan(emergency), Flow::Noodplan),
            (in_plan(Input::Command(Command::Menu, String::new())), Flow::Command),
            (in_plan(Input::Corrected("x".into())), Flow::Correction),
            (heard(Input::Corrected("x".into()), Place::Trouble), Flow::Correction),
            (Heard { admitted: false, ..heard(Input::TakenBack, Place::Stranger) }, Flow::Correction),
            (in_plan(Input::Stale), Flow::Stale),
            (in_plan(Input::Standing(tap)), Flow::Standing),
            (in_plan(Input::Empty), Flow::InNoodplan),
            (Heard { admitted: false, ..heard(Input::Standing(tap), Place::Menu) }, Flow::Onboarding),
            (Heard { admitted: false, ..heard(Input::Empty, Place::Menu) }, Flow::Onboarding),
            (heard(Input::Empty, Place::Trouble), Flow::Onboarding),
            (heard(Input::Empty, Place::Lines { undo: None }), Flow::CallList),
            (heard(Input::Empty, Place::Answers { section: "x".into(), page: 0 }), Flow::Answers),
            (heard(Input::Empty, Place::Results), Flow::Results),
            (heard(Input::Empty, Place::MoreResults), Flow::Results),
            (heard(Input::Empty, Place::Log { page: 0 }), Flow::Log),
            (heard(Input::Empty, Place::WhatIf { page: 0 }), Flow::Results),
            (heard(Input::Empty, crate::dialogue::things::list()), Flow::Things),
            (heard(Input::Empty, crate::dialogue::todos::list::all()), Flow::Todos),
            (heard(Input::Empty, Place::More), Flow::More),
            (heard(Input::Empty, Place::Succession(None)), Flow::Succession),
            (heard(Input::Empty, propose), Flow::Proposals),
            (heard(Input::Empty, Place::Agreements(Spot::List(0))), Flow::Agreements),
            (heard(Input::Empty, Place::SafeBackup), Flow::BackupDiary),
            (heard(Input::Empty, Place::Review { spot: review::Spot::Members, undo: None }), Flow::Review),
            (heard(Input::Empty, Place::Copy), Flow::Copy),
            (heard(Input::Empty, Place::Forget(Forgetting::What)), Flow::Forget),
            (heard(Input::Empty, Place::Menu), Flow::Menu),
        ];
        for (heard, flow) in cases {
            assert_eq!(route(&tree, heard.clone()).await, flow, "{heard:?}");
        }
    }
}
