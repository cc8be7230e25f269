//! Which flow goes first. Precedence and nothing else: the clock (no person says that), emergencies, other commands,
//! corrections, old buttons, standing buttons, the open emergency plan, newcomers, then wherever the person is.

use crate::dialogue::{Place, State, command::Command, input::Input, step::Flow};

/// The flow for what somebody did where they are; `admitted`: they speak for a company.
pub fn route(input: &Input, state: &State, admitted: bool) -> Flow {
    match input {
        Input::Tick(_) => Flow::Reminder,
        Input::Outage(_) => Flow::Outage,
        Input::Command(Command::Noodplan, _) | Input::Cry(_) => Flow::Noodplan,
        Input::Command(..) => Flow::Command,
        Input::Corrected(_) | Input::TakenBack => Flow::Correction,
        Input::Stale if admitted => Flow::Stale,
        Input::Standing(_) if admitted => Flow::Standing,
        _ if state.in_noodplan => Flow::InNoodplan,
        _ if !admitted => Flow::Onboarding,
        _ => of_place(&state.place),
    }
}

/// The flow that answers for a place, to somebody who speaks for a company.
fn of_place(place: &Place) -> Flow {
    match place {
        Place::Trouble => Flow::Onboarding,
        Place::Question { .. } => Flow::Sitting,
        Place::Answers { .. } => Flow::Answers,
        Place::Results | Place::MoreResults | Place::WhatIf { .. } => Flow::Results,
        Place::Things(_) => Flow::Things,
        Place::Letter(_) => Flow::Letter,
        Place::Todos(_) => Flow::Todos,
        Place::Log { .. } => Flow::Log,
        Place::Agenda(_) => Flow::Agenda,
        Place::Lines { .. } | Place::Line(_) | Place::LineField(..) => Flow::CallList,
        Place::Parts => Flow::Parts,
        Place::More => Flow::More,
        Place::Waiting | Place::Members | Place::Member(_) | Place::RemoveMember(_) | Place::Invite => {
            Flow::Members
        }
        Place::Succession(_) => Flow::Succession,
        Place::Propose { .. } => Flow::Proposals,
        Place::Companies => Flow::Companies,
        Place::Agreements(_) => Flow::Agreements,
        Place::BackupDiary { .. } | Place::SafeBackup => Flow::BackupDiary,
        Place::Copy => Flow::Copy,
        Place::Forget(_) => Flow::Forget,
        Place::Review { .. } => Flow::Review,
        Place::Menu | Place::Stranger | Place::Welcome | Place::LetIn => Flow::Menu,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dialogue::{Part, Visit, agreements::Spot, forget::Forgetting, review, standing::StandingTap},
        domain::{dossier::Slot, ids::PersonId},
    };

    #[test]
    fn precedence_is_emergency_command_correction_stale_standing_plan_newcomer_place() {
        let emergency = Input::Command(Command::Noodplan, String::new());
        let tap = StandingTap::Confirm(PersonId(uuid::Uuid::nil()), 0);
        let heard = |input: Input, place: Place| (input, State::from(place), true);
        let stranger = |input: Input, place: Place| (input, State::from(place), false);
        let in_plan = |input: Input| (input, State::in_plan(Place::Menu), true);
        let slot = Slot::own("x");
        let propose = Place::Propose { section: "x".into(), slot: slot.clone() };
        let cases = [
            (stranger(emergency.clone(), Place::Stranger), Flow::Noodplan),
            (in_plan(emergency), Flow::Noodplan),
            (
                heard(
                    Input::Cry("brand!".into()),
                    Place::Question { slot: slot.clone(), part: Part::Whole, visit: Visit::Walk },
                ),
                Flow::Noodplan,
            ),
            (in_plan(Input::Command(Command::Menu, String::new())), Flow::Command),
            (in_plan(Input::Corrected("x".into())), Flow::Correction),
            (heard(Input::Corrected("x".into()), Place::Trouble), Flow::Correction),
            (stranger(Input::TakenBack, Place::Stranger), Flow::Correction),
            (in_plan(Input::Stale), Flow::Stale),
            (in_plan(Input::Standing(tap)), Flow::Standing),
            (in_plan(Input::Empty), Flow::InNoodplan),
            (stranger(Input::Standing(tap), Place::Menu), Flow::Onboarding),
            (stranger(Input::Stale, Place::Menu), Flow::Onboarding),
            (stranger(Input::Empty, Place::Menu), Flow::Onboarding),
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
        for ((input, state, admitted), flow) in cases {
            assert_eq!(route(&input, &state, admitted), flow, "{input:?} {state:?} {admitted}");
        }
    }
}
