/** Sets of things that are tied together, directly or through each other: union and find. */

/**
 * `links[i]` are the names that thing `i` is tied to; two things with a name in common belong together. Gives the groups
 * in the order of their first thing, each in ascending order.
 */
export function groupsOf(links: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const parents = links.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let parent = parents[root]; parent !== undefined && parent !== root; parent = parents[root]) root = parent;
    for (let at = index; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  links.forEach((names, index) => {
    for (const name of names) {
      const first = firstWith.get(name);
      if (first === undefined) firstWith.set(name, index);
      else parents[rootOf(index)] = rootOf(first);
    }
  });
  const groups = new Map<number, number[]>();
  links.forEach((_, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(index);
    else groups.set(root, [index]);
  });
  return [...groups.values()];
}
