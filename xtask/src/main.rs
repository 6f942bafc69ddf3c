fn main() {
    let a: Vec<std::ffi::OsString> = std::env::args_os().collect();
    if a[1] == "wasm-test" {
        let _ = wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(a.into_iter().skip(1));
    } else {
        let _ = wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(a.into_iter().skip(1));
    }
}
