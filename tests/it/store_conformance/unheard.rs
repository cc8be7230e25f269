//! What comes twice, what was written without anybody hearing so, and what is not to be sent any more; on every store.

use super::*;

/// A turn of somebody in a chat of their own, speaking for a company.
fn turn(name: &str, person: u128, about: (CompanyId, u64), changes: Vec<Change>) -> Commit {
    Commit {
        conversation: Some(Conversation { listed: true, ..conversation(person, Some(about.0)) }),
        lists: true,
        company: Some(about),
        changes,
        ..commit(name, &fresh("e"))
    }
}

pub async fn an_event_that_comes_twice_at_once_is_handed_to_one(store: &impl Store) {
    // The first ones keep the writer busy while the rest is gathered.
    let events: Vec<_> = (0..20).map(|_| incoming("a", &fresh("e"))).collect();
    let twice: Vec<_> = (0..20).map(|_| incoming("b", &fresh("e"))).collect();
    let batches = events.iter().chain(twice.iter().flat_map(|event| [event, event, event]));
    let taken = join_all(batches.map(|event| store.receive(vec![event.clone()]))).await;
    let taken: Vec<_> = taken.into_iter().flat_map(Result::unwrap).map(|event| event.event).collect();
    for event in events.iter().chain(&twice) {
        assert_eq!(taken.iter().filter(|taken| **taken == event.event).count(), 1);
    }
}

pub async fn a_turn_that_was_written_unheard_is_done(store: &impl Store) {
    let (name, event) = (fresh("c"), fresh("e"));
    store.receive(vec![incoming(&name, &event)]).await.unwrap();
    let company = CompanyId(Uuid::new_v4_like());
    let message = outgoing(Uuid::new_v4_like().as_u128(), &name, LaneKind::Interactive);
    store.commit(turn(&name, 1, (company, 0), vec![Change::StartCompany(company)])).await.unwrap();
    let told = vec![Change::SaveAnswer(Slot::own("name"), answer("Krul"))];
    let written = Commit {
        event: event.clone(),
        conversation_version: 1,
        outgoing: vec![message],
        ..turn(&name, 1, (company, 1), told)
    };
    store.commit(written.clone()).await.unwrap();
    // The answer to the first was lost.
    store.commit(written.clone()).await.unwrap();
    let loaded = store.load(&key(&name)).await.unwrap();
    assert_eq!((loaded.conversation.unwrap().1, loaded.company.unwrap().version), (2, 2));
    let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
    assert_eq!(unsent.iter().filter(|message| message.conversation == key(&name)).count(), 1);
    // Another event on the same versions has lost.
    let waits = fresh("e");
    store.receive(vec![incoming(&name, &waits)]).await.unwrap();
    for event in [waits, fresh("e")] {
        let lost = store.commit(Commit { event, outgoing: Vec::new(), ..written.clone() }).await;
        assert!(matches!(lost, Err(StoreError::Conflict)), "{lost:?}");
    }
}

pub async fn what_is_not_to_be_sent_any_more_is_not_taken(store: &impl Store) {
    let (anna, bram) = (fresh("anna"), fresh("bram"));
    let (company, other) = (CompanyId(Uuid::new_v4_like()), CompanyId(Uuid::new_v4_like()));
    let person = Uuid::new_v4_like().as_u128();
    let ids: Vec<_> = (0..5).map(|_| Uuid::new_v4_like()).collect();
    let to = |place: usize, name: &str| outgoing(ids[place].as_u128(), name, LaneKind::Reminder);
    let joins = Change::SaveMember(member(person, Role::Reader, Standing::Confirmed));
    let speaks = turn(&bram, person, (other, 0), vec![Change::StartCompany(other)]);
    store.commit(Commit { outgoing: vec![to(0, &bram)], ..speaks }).await.unwrap();
    let starts = turn(&anna, 1, (company, 0), vec![Change::StartCompany(company), joins]);
    store.commit(Commit { outgoing: vec![to(1, &bram), to(2, &anna)], ..starts }).await.unwrap();
    // Bram is reminded of the one while he speaks for the other.
    let reminded = turn(&bram, person, (other, 1), Vec::new());
    let reminded = Commit { company: None, about: Some(company), conversation_version: 1, ..reminded };
    store.commit(Commit { outgoing: vec![to(4, &bram)], ..reminded }).await.unwrap();
    let leaves = turn(&anna, 1, (company, 1), vec![Change::RemoveMember(PersonId(Uuid::from_u128(person)))]);
    let says_so = Commit { conversation_version: 1, outgoing: vec![to(3, &bram)], ..leaves };
    store.commit(says_so).await.unwrap();
    for (place, id) in ids.iter().enumerate() {
        assert_eq!(store.is_unsent(*id).await.unwrap(), [0, 2, 3].contains(&place), "{place}");
    }
    // What is about another company, for another person, or says that they are gone is still to be sent.
    let mut taken = store.sent(ids.clone()).await.unwrap();
    taken.sort_unstable();
    let mut left = vec![ids[0], ids[2], ids[3]];
    left.sort_unstable();
    assert_eq!(taken, left);
    assert!(!store.is_unsent(ids[0]).await.unwrap());
    assert!(store.sent(ids).await.unwrap().is_empty());
}

pub async fn codes_are_taken_back_within_one_company(store: &impl Store) {
    let (company, other) = (CompanyId(Uuid::new_v4_like()), CompanyId(Uuid::new_v4_like()));
    let owner = Uuid::new_v4_like().as_u128();
    let made_by = PersonId(Uuid::from_u128(owner));
    let codes = [company, other].map(|_| Code::long(*Uuid::new_v4_like().as_bytes()));
    for (id, code) in [company, other].into_iter().zip(&codes) {
        let purpose = Purpose::Invitation(id, Role::Reader);
        let issued = IssuedCode { made_by, purpose, expires_at: at(100), is_spent: false };
        let changes = vec![Change::StartCompany(id), Change::SaveCode(code.clone(), issued)];
        store.commit(turn(&fresh("c"), owner, (id, 0), changes)).await.unwrap();
    }
    let cancel = turn(&fresh("c"), owner, (company, 1), vec![Change::CancelCodes(made_by)]);
    store.commit(cancel).await.unwrap();
    let known = async |code: &Code, now| store.code(code, &key("x"), now).await.unwrap();
    let spent = [
        known(&codes[0], at(99)).await.issued.unwrap().is_spent,
        known(&codes[1], at(99)).await.issued.unwrap().is_spent,
    ];
    assert_eq!(spent, [true, false]);
    let before = at(100) - TimeDelta::milliseconds(1);
    for (now, is_open) in [(before, true), (at(100), false)] {
        assert_eq!(known(&codes[1], now).await.open.contains(&made_by), is_open, "{now}");
    }
}

pub async fn a_wrong_code_counts_also_after_others_were_tried(store: &impl Store) {
    let (mine, other) = (fresh("c"), fresh("c"));
    let begin = i64::from(u32::from_le_bytes(*Uuid::new_v4_like().as_bytes().first_chunk().unwrap()));
    for (name, minute) in [(&mine, 0), (&other, 30)] {
        let at = at(begin + minute * 60);
        let turn = Commit { changes: vec![Change::NoteWrongCode], at, ..commit(name, &fresh("e")) };
        store.commit(turn).await.unwrap();
    }
    let known = store.code(&Code::short(1), &key(&mine), at(begin + 31 * 60)).await.unwrap();
    assert_eq!(known.wrong.iter().filter(|wrong| wrong.same_sender).count(), 1);
}
