//! The chat in a terminal: a line editor for a person, line by line for a pipe. Its output is a transcript.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, IsTerminal, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use chrono_tz::Europe::Amsterdam;
use rustyline::{DefaultEditor, error::ReadlineError};

use crate::{
    app::{
        ports::{Clock, ConversationKey, Incoming, LaneKind, Outgoing, Store},
        turn::App,
        wakes::Wakes,
    },
    channel::transcript,
    dialogue::{ChannelKind, door::clean_name, input::Raw},
};

/// Who speaks, in which language, and whether a transcript is kept.
#[derive(Clone, Debug)]
pub struct Chat {
    /// Who speaks.
    pub speaker: String,
    /// The language to meet them in; without it, the machine's own.
    pub language_tag: String,
    /// A file to write the transcript to.
    pub record: Option<PathBuf>,
    /// Where files are put that the bot sends.
    pub files: PathBuf,
}

/// Where lines come from.
enum Lines {
    Person(Box<DefaultEditor>),
    Pipe(io::Lines<io::StdinLock<'static>>),
}

impl Lines {
    fn open() -> anyhow::Result<Self> {
        if io::stdin().is_terminal() {
            Ok(Self::Person(Box::new(DefaultEditor::new()?)))
        } else {
            Ok(Self::Pipe(io::stdin().lock().lines()))
        }
    }

    fn next(&mut self) -> anyhow::Result<Option<String>> {
        match self {
            Self::Person(editor) => match editor.readline("> ") {
                Ok(line) => {
                    // Arrow up brings it back; it is kept in memory only.
                    editor.add_history_entry(&line)?;
                    Ok(Some(line))
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Self::Pipe(lines) => Ok(lines.next().transpose()?),
        }
    }
}

/// A file for what was told: nobody else on this machine reads it.
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// Talks until the input ends.
///
/// # Errors
/// When the terminal or the transcript cannot be read or written, or the store does not take what was said.
pub async fn run<S: Store + Wakes, C: Clock>(app: &App<S, C>, chat: &Chat) -> anyhow::Result<()> {
    let record = chat.record.as_deref().map(create).transpose()?;
    let mut session = Session { app, chat, record, events: 0 };
    session.note_clock()?;
    session.catch_up().await?;
    session.remind().await?;
    let mut lines = Lines::open()?;
    if matches!(lines, Lines::Person(_)) {
        session.turn("/start").await?;
    }
    loop {
        // A person may think as long as they like; what is due happens beside this.
        let Some(line) = tokio::task::block_in_place(|| lines.next())? else { return Ok(()) };
        let said = transcript::said(&transcript::unescaped(&line));
        match lines {
            Lines::Person(_) => session.write_record(&said)?,
            Lines::Pipe(_) => session.write(&said)?,
        }
        session.remind().await?;
        session.turn(&transcript::unescaped(&line)).await?;
    }
}

struct Session<'a, S, C> {
    app: &'a App<S, C>,
    chat: &'a Chat,
    record: Option<File>,
    events: u32,
}

impl<S: Store + Wakes, C: Clock> Session<'_, S, C> {
    /// Handles what was received before the program stopped, and shows what was not shown yet.
    async fn catch_up(&mut self) -> anyhow::Result<()> {
        for message in self.app.store.unsent(ChannelKind::Terminal).await? {
            if message.conversation == self.conversation() {
                self.show(&[message]).await?;
            }
        }
        for incoming in self.app.store.unhandled(ChannelKind::Terminal).await? {
            if incoming.conversation == self.conversation() {
                let handled = self.app.handle(&incoming).await;
                self.show(&handled.outgoing).await?;
            }
        }
        Ok(())
    }

    /// Says what became due since the last line, beside the question that is open. What is for others waits for them.
    async fn remind(&mut self) -> anyhow::Result<()> {
        // Whoever asks for the plan while nothing can be read gets it all the same.
        let _ = self.app.tell_what_is_due().await;
        for message in self.app.store.unsent(ChannelKind::Terminal).await.unwrap_or_default() {
            if message.conversation == self.conversation() && message.lane == LaneKind::Reminder {
                self.show(&[message]).await?;
            }
        }
        Ok(())
    }

    async fn turn(&mut self, text: &str) -> anyhow::Result<()> {
        let at = self.app.clock.now();
        self.events += 1;
        let incoming = Incoming {
            conversation: self.conversation(),
            event: format!("{}-{}", at.timestamp_micros(), self.events),
            name: clean_name(&self.chat.speaker),
            language_tag: Some(self.chat.language_tag.clone()),
            raw: Raw::Text(text.into()),
            at,
        };
        // Nobody gets a receipt in a terminal: if this cannot be written down, the turn says so.
        let _ = self.app.store.receive(vec![incoming.clone()]).await;
        let handled = self.app.handle(&incoming).await;
        self.show(&handled.outgoing).await
    }

    fn conversation(&self) -> ConversationKey {
        ConversationKey { channel: ChannelKind::Terminal, address: self.chat.speaker.as_str().into() }
    }

    async fn show(&mut self, messages: &[Outgoing]) -> anyhow::Result<()> {
        for message in messages {
            self.write(&transcript::heard(message))?;
            for file in &message.attachments {
                let path = self.chat.files.join(&file.name);
                create(&path)?.write_all(&file.bytes.0)?;
                self.write(&transcript::file(path.display()))?;
            }
        }
        // What could not be noted as shown is shown again next time, which harms nobody.
        let _ = self.app.store.sent(messages.iter().map(|message| message.id).collect()).await;
        Ok(())
    }

    fn note_clock(&mut self) -> anyhow::Result<()> {
        let now = self.app.clock.now().with_timezone(&Amsterdam).format("%Y-%m-%d %H:%M");
        let line = format!("@ {now}  {}  {}\n", self.chat.speaker, self.chat.language_tag);
        self.write_record(&line)
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        self.write_record(text)
    }

    fn write_record(&mut self, text: &str) -> anyhow::Result<()> {
        if let Some(record) = &mut self.record {
            record.write_all(text.as_bytes())?;
        }
        Ok(())
    }
}
