/** Without a rule: mappings merge key by key, lists are appended, a scalar is replaced, and null changes nothing. */
export type MergeRule = 
/** The override replaces the base, even by null. */
'replace'
/** Both become lists of `KEY=value` and are appended. */
 | 'sequence'
/** As `sequence`, without what the base has already. */
 | 'distinct sequence'
/** A text is the context of a build. */
 | 'build'
/** A list is a mapping of dependencies that have to be started. */
 | 'dependencies'
/** A list is a mapping of nulls. */
 | 'names'
/** Options merge where both mean one driver. */
 | 'logging'
/** Address pools of one subnet merge. */
 | 'address pools';
export declare const MERGE_RULES: import("./pattern.js").PatternNode<MergeRule>;
