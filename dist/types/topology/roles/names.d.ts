import type { Role } from '../topology.js';
export interface NameSaying {
    readonly role: Role;
    readonly weight: number;
    /** The words that say it. */
    readonly words: string;
}
/** `orderService-db_1` gives `order`, `service`, `db`: lower case, without the numbers that tell instances apart. */
export declare function wordsOf(name: string): readonly string[];
/** What a name says, the strongest for each role. Empty for names that say nothing. */
export declare function sayingsOf(words: readonly string[]): readonly NameSaying[];
export declare function withoutInstance(words: readonly string[]): readonly string[];
