/** What words in the names of services, images and folders say about a service's role. Pure data. */
import type { Role } from '../topology.js';
/**
 * `any`: a whole word anywhere. `first`, `last`: at that end, instance words (`-1`, `-master`) not counted. `tail`: the
 * end of any word (`userdb`, `taskworker`), for what people write together.
 */
export type WordPlace = 'any' | 'first' | 'last' | 'tail';
export interface WordSignal {
    /** Words in lower case; several joined by `-` must follow each other. */
    readonly words: string;
    readonly role: Role;
    readonly weight: number;
    readonly place: WordPlace;
}
/**
 * Words that, where they end a name, say what the thing is, whatever comes before: `postgres-exporter` is no database.
 * Those that follow a product (`redis-commander`) hold only there.
 */
export interface HeadSignal {
    readonly words: string;
    readonly role: Role;
    readonly weight: number;
    /** The kind of word that must precede; absent: any. `product`: the name of a store, broker or platform. */
    readonly after?: 'product' | 'generic' | 'data';
    /** What a worker works on is no head: `worker-migrations`, `consumer-metrics`. */
    readonly notAfterWorker?: true;
}
export declare const HEAD_SIGNALS: readonly HeadSignal[];
/** Parts of names that only tell instances apart. */
export declare const INSTANCE_WORDS: ReadonlySet<string>;
/** Words for what may be a store, a broker or a mail server, or an own service that deals with such. */
export declare const GENERIC_WORDS: ReadonlySet<string>;
export declare const WORD_SIGNALS: readonly WordSignal[];
