import type { Codec } from './codec.js';
/** Environment variables and build arguments: a name without a value is null. */
export declare const variables: Codec;
/** Labels, annotations, sysctls: a name without a value has the empty one. */
export declare const labels: Codec;
/** Options of a driver: a mapping only. */
export declare const options: Codec;
/** Options of a provider, each of which may be repeated. */
export declare const repeatedOptions: Codec;
/** A text, or a list of texts. */
export declare const texts: Codec;
/** A list of texts and numbers. */
export declare const textsOrNumbers: Codec;
/** Words of a command. Null means "the image's own", an empty list "none". */
export declare const command: Codec;
/** The words of a health check; a text is run by the container's shell. */
export declare const healthTest: Codec;
/** Additional hosts, printed as sorted `host=address` texts; null where there are hosts without any address. */
export declare const hosts: Codec;
/** Keys for `RUN --mount=type=ssh`. */
export declare const sshKeys: Codec;
/** `ulimits`: one number for both limits, or a soft and a hard one. */
export declare const ulimit: Codec;
