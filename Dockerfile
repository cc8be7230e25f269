# One small image: the program and nothing else. Everything it keeps is in /data.
FROM rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --locked --release

FROM debian:bookworm-slim
RUN useradd --system --home /data --create-home noodplan && chmod 700 /data
COPY --from=build /src/target/release/noodplan /usr/local/bin/noodplan
USER noodplan
ENV NOODPLAN_DATA_DIR=/data
VOLUME /data
ENTRYPOINT ["noodplan"]
