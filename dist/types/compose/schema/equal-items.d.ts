/** Equality of list items as JSON Schema's `uniqueItems` means it, found in time linear in the size of the list. */
/** The indices of the first item that equals an earlier one, the earlier one first. */
export declare function equalItems(items: readonly unknown[]): readonly [number, number] | undefined;
