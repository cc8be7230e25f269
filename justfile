# The tight loop. `just` lists what there is.

export CARGO_TARGET_DIR := env("CARGO_TARGET_DIR", env("HOME") / ".cache/noodplan/target")

_default:
    @just --list

# Talk to the bot in this terminal, as somebody.
chat name="eigenaar" *flags:
    cargo run --quiet -- chat --as {{name}} {{flags}}

# Everything that must hold.
ci:
    .ci/run

# The tests; with PostgreSQL if NOODPLAN_TEST_POSTGRES names one.
test *filter:
    cargo test {{filter}}

# Ten years of reminders for so many firms, so many times.
years firms="1000" times="20":
    CARGO_PROFILE_DEV_OPT_LEVEL=2 NOODPLAN_YEARS_COMPANIES={{firms}} NOODPLAN_YEARS_SEEDS={{times}} \
        cargo test --test ten_years -- --nocapture

# Write down what the conversations say now; read the difference before you commit it.
transcripts:
    NOODPLAN_UPDATE_TRANSCRIPTS=1 cargo test --test it transcripts

# Turns per second.
bench:
    cargo bench

# Known faults in libraries; needs a network.
advisories:
    cargo deny check advisories
