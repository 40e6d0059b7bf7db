/** The rule about ignores themselves. It runs after all others, since only then it is known what an ignore is good for. */
import type { Rule } from '../../rules/rule.js';
import type { Item } from '../subject.js';
import type { IgnoreMistake } from './ignore.js';
export declare const unusedIgnore: Omit<Rule, 'check'>;
export declare function itemOf({ problem, kind, rule, at, subject }: IgnoreMistake, knownRules: Iterable<string>): Item;
