//! What waits in a company, on every store.

use noodplan::{
    app::keeping::Keeping,
    domain::{
        proposal::{Proposal, ProposalId, Proposed},
        succession::Succession,
    },
};

use super::*;

fn proposal(id: u64, words: &str) -> Proposal {
    Proposal {
        id: ProposalId(id),
        by: PersonId(Uuid::from_u128(4)),
        at: at(4),
        slot: Slot::own("company-name"),
        proposed: Proposed::Text(words.into()),
        before: Some(Value::Unknown),
    }
}

pub async fn what_waits_is_kept_and_found_when_it_is_due(store: &(impl Store + Keeping)) {
    let company = CompanyId(Uuid::new_v4_like());
    let wish = Succession::asked(PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3)), at(10));
    let turns = [
        vec![Change::StartCompany(company), Change::Propose(proposal(7, "Krul"))],
        vec![Change::SetSuccession(Some(wish.clone())), Change::Propose(proposal(8, "Kroes"))],
        vec![Change::DropProposal(ProposalId(7)), Change::Propose(proposal(8, "Krullen"))],
    ];
    for (version, changes) in (0..).zip(turns) {
        let turn = Commit { changes, company: Some((company, version)), ..commit(&fresh("c"), &fresh("e")) };
        store.commit(turn).await.unwrap();
    }
    let dossier = store.company(company).await.unwrap().unwrap().dossier;
    assert_eq!(dossier.succession(), Some(&wish));
    assert_eq!(dossier.proposals(), [proposal(8, "Krullen")]);
    let due_at = wish.next_at;
    for (now, is_due) in
        [(due_at - TimeDelta::milliseconds(1), false), (due_at, true), (at(10_000_000), true)]
    {
        assert_eq!(store.due_matters(now).await.unwrap().contains(&company), is_due, "{now}");
    }
    let running = wish.agreed(PersonId(Uuid::from_u128(3)), at(20));
    for (version, next) in [(3, Some(running.clone())), (4, None)] {
        let changes = vec![Change::SetSuccession(next.clone())];
        let turn = Commit { changes, company: Some((company, version)), ..commit(&fresh("c"), &fresh("e")) };
        store.commit(turn).await.unwrap();
        let dossier = store.company(company).await.unwrap().unwrap().dossier;
        assert_eq!(dossier.succession(), next.as_ref());
        let due = store.due_matters(running.next_at).await.unwrap().contains(&company);
        assert_eq!(due, next.is_some());
    }
    store.erase(company, Vec::new()).await.unwrap();
    assert!(!store.due_matters(at(10_000_000)).await.unwrap().contains(&company));
}
