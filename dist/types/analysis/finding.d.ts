/** From an item to the finding of a report, and the order of findings. */
import { type Severity } from '../rules/rule.js';
import type { Level } from './config/config.js';
import type { Presenter } from './presenter.js';
import type { Finding } from './report.js';
import { type Item, type Whereabouts } from './subject.js';
/** `undefined` where the configuration switches the finding off. `level`: what it says, if anything. */
export type Freeze = (item: Item, level: Level | undefined) => Finding | undefined;
/** Items that are the same but for their number are told apart by their order, so every one of them has to come by. */
export declare function freezer(presenter: Presenter, where: Whereabouts): Freeze;
export declare function worstFirst(a: Finding, b: Finding): number;
export declare function summarize(findings: readonly Finding[]): Readonly<Record<Severity, number>>;
