# A Python with a Matrix homeserver and an app that is not ours, outside the checkout: provide_matrix.
# Sets NOODPLAN_TEST_MATRIX_PYTHON. Wheels only: nothing is compiled.

provide_matrix() {
    matrix_dir="${NOODPLAN_MATRIX_VENV:-$HOME/.cache/noodplan/matrix}"
    if ! "$matrix_dir/bin/python" -c 'import synapse, nio, nio.crypto, signedjson' 2>/dev/null; then
        python3 -m venv "$matrix_dir"
        "$matrix_dir/bin/pip" install --quiet --only-binary :all: 'matrix-synapse>=1.163,<1.164' 'matrix-nio[e2e]>=0.26,<0.27'
    fi
    export NOODPLAN_TEST_MATRIX_PYTHON="$matrix_dir/bin/python"
}
