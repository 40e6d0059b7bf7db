/** JSON that means what it meant and does nothing on its way through a terminal or a workflow log. */
/** Indented by two. GitHub's runner reads `##[` anywhere in a line as a command, so that is never left together. */
export declare function jsonText(value: unknown): string;
