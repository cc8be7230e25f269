//! Every sentence of the source text has its place in the program, and something shows it.

use std::{fs, path::Path};

use noodplan::dialogue::command;
use serde::Deserialize;

use crate::stage::content;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// How many sentences have no place yet.
    not_yet: usize,
    sentence: Vec<Sentence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    id: String,
    line: usize,
    says: String,
    #[serde(default)]
    questions: Vec<String>,
    #[serde(default)]
    sections: Vec<String>,
    #[serde(default)]
    commands: Vec<String>,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    shown: Vec<Shown>,
    not_yet: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Shown {
    Said { transcript: String, shows: String },
    Tested { file: String, test: String },
}

/// Every sentence of the source by its number, in the order of the text; what asks for two things stands here twice.
const SENTENCES: [(&str, &str); 56] = [
    ("L1", "Inventariseer kwetsbaarheden"),
    ("L3", "Inventariseer waar je bedrijf kwetsbaar is"),
    ("L7a", "Een inventarisatie van de kwetsbare onderdelen"),
    ("L7b", "Je inventariseert niet alleen welke apparatuur, software"),
    ("L7b", "wat de kwetsbaarheden zijn"),
    ("L7b", "de technische afhankelijkheid van leveranciers"),
    ("L7c", "Een inventarisatie dwingt je ook na te denken"),
    ("L7d", "En helpt bij het opstellen van een noodplan en bellijst"),
    ("L9", "Beschikbaarheid"),
    ("L10", "Integriteit"),
    ("L11", "Betrouwbaarheid"),
    ("L13a", "Je bepaalt voor jezelf hoe groot de kans is"),
    ("L13a", "wat de impact ervan is"),
    ("L13b", "Zo krijg je een beeld van de risico’s"),
    ("L17a", "Inzicht in de risico’s maakt het makkelijker"),
    ("L17b", "Goed inzicht in je risico’s maakt dat je zelf een afgewogen keuze"),
    ("L17b", "waar je beste in kunt investeren"),
    ("L17b", "welke risico’s je accepteert"),
    ("L17c", "Mocht zich ooit een cyberincident voordoen"),
    ("L17d", "hoofd- en bijzaken van elkaar te onderscheiden"),
    ("L19a", "Als je je huis beter wilt beveiligen tegen inbrekers"),
    ("L19a", "waar men gemakkelijk je huis binnen kan komen"),
    ("L19b", "Ook is het handig om vooraf te bedenken wie je"),
    ("L23", "Inventariseer de ICT-onderdelen"),
    ("L23", "maak een risico-analyse"),
    ("L24", "Zorg ervoor dat de inventarisatie elke zes maanden"),
    ("L24", "zet dit ook in de agenda"),
    ("L25a", "Bespreek het belang van en de inhoud van de inventarisatie"),
    ("L25b", "Bespreek ieders verantwoordelijkheden"),
    ("L25b", "leg afspraken vast"),
    ("L25c", "zorg dat deze worden nageleefd"),
    ("L25d", "De zwakste schakel bepaalt de sterkte van de keten"),
    ("L26a", "Stel een uitwijk- en herstelplan op"),
    ("L26b", "netwerken, apparatuur, software, communicatiesystemen en data"),
    ("L26c", "Test dit plan tenminste 1 keer"),
    ("L27a", "Bepaal wat je van een organisatie wel en niet mag verwachten"),
    ("L27b", "Voeg ook contactgegevens toe"),
    ("L27b", "eventuele klant- en contractgegevens"),
    ("L27c", "zodat je snel in actie kunt komen"),
    ("L31", "Heeft je bedrijf te maken met een cyber-incident?"),
    ("L31", "de informatie en tips"),
    ("L32", "Ben je ondernemer in de maakindustrie?"),
    ("L32", "Doorloop dan de Cyber Security Scan Smart Industry"),
    ("L32", "Met deze scan krijg je inzicht in de cyberveiligheid"),
    ("L32", "De scan is door het"),
    ("L33a", "Maak een planning voor het maken van back-ups"),
    ("L33b", "Een back-up gebruik je om data te herstellen"),
    ("L33b", "Of als het apparaat waarop deze staan"),
    ("L33c", "Maar ook als je belangrijke bestanden hebt gewijzigd"),
    ("L33d", "Ontkoppel back-ups van je netwerk"),
    ("L33d", "bewaar ze op een veilige plek"),
    ("L33d", "versleutel de bestanden eventueel"),
    ("L33e", "Dateer de gemaakte back-ups"),
    ("L33f", "oefen het terugzetten van een back-up"),
    ("L34a", "Overweeg vervanging van apparaten en/of software"),
    ("L34b", "Kijk voor meer informatie hierover"),
];

/// A sentence that only leads to the ones behind it.
const LEADS_ON: &str = "Bij risico’s kijk je naar:";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table() -> Table {
    toml::from_str(&fs::read_to_string(root().join("tests/source-table.toml")).unwrap()).unwrap()
}

#[test]
fn every_sentence_of_the_source_has_its_place() {
    let table = table();
    let placed: Vec<(&str, &str)> =
        table.sentence.iter().map(|sentence| (sentence.id.as_str(), sentence.says.as_str())).collect();
    assert_eq!(placed, SENTENCES);
    for sentence in &table.sentence {
        let line = sentence.id.trim_start_matches('L').trim_end_matches(char::is_alphabetic);
        assert_eq!(line, sentence.line.to_string(), "{}", sentence.id);
    }
}

#[test]
fn every_place_exists_and_is_shown() {
    let content = content();
    let (mut wrong, mut not_yet) = (Vec::new(), 0);
    let table = table();
    for sentence in &table.sentence {
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{} ({}): {what}", sentence.id, sentence.says));
            }
        };
        for id in &sentence.questions {
            let asked = content.catalogue.question(id).is_some_and(|question| !question.retired);
            check(asked, &format!("nobody asks `{id}`"));
        }
        for id in &sentence.sections {
            check(content.catalogue.section(id).is_some(), &format!("there is no section `{id}`"));
        }
        for name in &sentence.commands {
            let known = command::TABLE.iter().any(|(_, nl, ..)| nl == name);
            check(known, &format!("there is no command `{name}`"));
        }
        for file in &sentence.files {
            check(root().join(file).is_file(), &format!("there is no {file}"));
        }
        for shown in &sentence.shown {
            let (path, words) = match shown {
                Shown::Said { transcript, shows } => {
                    (format!("tests/transcripts/{transcript}"), shows.clone())
                }
                Shown::Tested { file, test } => (file.clone(), format!("fn {test}(")),
            };
            let text = fs::read_to_string(root().join(&path)).unwrap_or_default();
            check(text.contains(&words), &format!("{path} does not say `{words}`"));
        }
        if sentence.not_yet.is_some() {
            not_yet += 1;
        } else {
            let placed = [&sentence.questions, &sentence.sections, &sentence.commands, &sentence.files];
            check(placed.iter().any(|places| !places.is_empty()), "has no place");
            check(!sentence.shown.is_empty(), "nothing shows it");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(not_yet, table.not_yet, "sentences without a place");
}

/// Where the source lies beside the project, the words are held against it.
#[test]
fn the_words_are_those_of_the_source() {
    let Ok(source) = fs::read_to_string(root().join("../shared/source/basisprincipe-1.txt")) else { return };
    let lines: Vec<&str> = source.lines().collect();
    let table = table();
    for sentence in &table.sentence {
        let line = lines[sentence.line - 1];
        assert!(line.contains(&sentence.says), "{} does not say `{}`", sentence.id, sentence.says);
    }
    for (number, line) in (1..).zip(&lines).filter(|(number, _)| is_told(*number, &table)) {
        for sentence in line.split_inclusive(['.', '?', ':', ';']) {
            // "1." and "nl)" are no sentences.
            let is_one = sentence.split_whitespace().count() > 2 && !sentence.contains(LEADS_ON);
            let is_placed =
                table.sentence.iter().any(|placed| placed.line == number && sentence.contains(&placed.says));
            assert!(!is_one || is_placed, "line {number}: `{sentence}` has no place");
        }
    }
}

/// Whether a line of the source is more than a heading.
fn is_told(number: usize, table: &Table) -> bool {
    table.sentence.iter().any(|sentence| sentence.line == number)
}
