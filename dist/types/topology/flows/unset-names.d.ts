/** Names that hang on a variable that is not set: who writes `${PREFIX}-db` means the service that is called so, whatever that will be. */
import { type Project } from '../../compose/project.js';
import type { Scalar } from '../../source/tree.js';
/** Services by their names as they are written. */
export type UnsetNames = ReadonlyMap<string, string>;
/** Empty for nearly every project. Of several services with a name, the first has it. */
export declare function unsetNamesOf({ services }: Project): UnsetNames;
export interface UnsetMention {
    readonly service: string;
    readonly text: string;
    readonly port: number | undefined;
}
/** The names that stand in a value as a host does. */
export declare function unsetMentions(value: Scalar, names: UnsetNames): readonly UnsetMention[];
