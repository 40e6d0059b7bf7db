import { Secret } from '../rules/credentials/secret.js';
import type { Place } from '../rules/rule.js';
import { type Range } from '../source/text.js';
import type { Location } from './report.js';
import type { Item, Subject } from './subject.js';
export interface Presenter {
    readonly location: (place: Place) => Location;
    /** A text that somebody wrote at a place. */
    readonly text: (written: {
        readonly text: string;
        readonly at: Range;
    }) => string;
    /** A name or a path, of which there are few; each is looked through once. */
    readonly name: (text: string) => string;
    /** A message. */
    readonly hide: (text: string) => string;
    /** What it masks. */
    readonly secrets: readonly Secret[];
    readonly needs: Needs;
}
/** What a finding gets of that which takes longer than the rest of it. */
export interface Needs {
    /** Of its lines. */
    readonly snippets: boolean;
    readonly hashes: boolean;
    readonly fingerprints: boolean;
}
export declare const EVERYTHING: Needs;
export declare const NO_LINES: Needs;
/** Secrets are collected over all findings first, so that no snippet of another one shows them. */
export declare function presenterOf(items: readonly Item[], subjects: readonly Subject[], needs?: Needs): Presenter;
