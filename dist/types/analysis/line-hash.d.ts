/**
 * The hash by which GitHub code scanning recognises a line when lines above it come and go: `primaryLocationLineHash`.
 * The algorithm is that of `src/fingerprints.ts` in github/codeql-action, which fills the value in where SARIF lacks it.
 *
 * A line's hash covers the 100 UTF-16 units from its first one on, line ends included (each counts as LF), spaces and
 * tabs left out. After the text come one unit 65535 and as many zeros as are needed. It is a polynomial in 37, modulo 2^64.
 */
/** For each line of a text, `hex:occurrence`; the occurrence tells equal hashes apart, from 1. Takes linear time. */
export declare function lineHashes(text: string): readonly string[];
