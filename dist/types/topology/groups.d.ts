/** Sets of things that are tied together, directly or through each other: union and find. */
/**
 * `links[i]` are the names that thing `i` is tied to; two things with a name in common belong together. Gives the groups
 * in the order of their first thing, each in ascending order.
 */
export declare function groupsOf(links: readonly (readonly string[])[]): readonly (readonly number[])[];
