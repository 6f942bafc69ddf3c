//! The emulator as a program.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Output, Stdio};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_interchange-emulator"))
}

fn run(flags: &[&str]) -> Output {
    program().args(flags).output().expect("the program runs")
}

#[test]
fn it_says_where_it_listens_and_then_listens() {
    let mut child = program()
        .args(["--port", "0", "--rate-limit", "7"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    let address = line.trim_end().strip_prefix("listening on http://").unwrap_or_default().to_owned();
    let mut stream = TcpStream::connect(&address).expect("it listens");
    stream.write_all(b"GET /api/v2/storefront HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    child.kill().expect("it ends");
    child.wait().expect("it ends");
    assert!(answer.starts_with("HTTP/1.1 401") && answer.to_lowercase().contains("ratelimit-limit: 7"), "{answer}");
}

#[test]
fn a_bad_flag_is_answered_by_one_sentence() {
    for flags in [
        &["--prot", "1"][..],
        &["--port"],
        &["--port", "65536"],
        &["--port", "x"],
        &["--rate-limit", "-1"],
        &["--activation-delay", "soon"],
        &["--site", "/no/such/folder"],
        &["--mount", "pkg"],
        &["--mount", "pkg=/"],
        &["--csp", "a\nb"],
        &["stray"],
    ] {
        let output = run(flags);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
        assert!(
            output.stdout.is_empty() && complaint.lines().count() == 1 && complaint.ends_with(".\n"),
            "{complaint}"
        );
    }
}

#[test]
fn help_lists_the_flags() {
    let output = run(&["--help"]);
    let help = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success()
            && ["--port", "--site", "--mount", "--rate-limit", "--activation-delay", "--csp"]
                .iter()
                .all(|flag| help.contains(flag))
    );
}
