/** Hides in what was told of one batch what only another one knows to be secret. */
import { Secret } from '../rules/credentials/secret.js';
import type { Finding, Suppressed } from './report.js';
export interface Veil {
    /** A message, a name, a path. */
    readonly text: (text: string) => string;
    readonly finding: <Told extends Finding | Suppressed>(finding: Told) => Told;
}
/** What it takes to find so many secrets is made ready when it is first asked. */
export declare function veilOf(secrets: readonly Secret[]): Veil;
