/** The names of top-level resources on the Docker Engine. */
import { type Mapping } from '../../source/tree.js';
/** A resource without a name is called after its key: as it is where the resource is external, else behind the project's name. */
export declare function withResourceNames(tree: Mapping): Mapping;
