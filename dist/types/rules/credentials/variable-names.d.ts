/** Names for the variables that take the place of credentials: one for each secret, and none that means something already. */
import type { Project } from '../../compose/project.js';
import { type Credential } from './find.js';
/** Settings of one name with one secret share a variable, and what holds that secret in a URL or a command uses it, too. */
export declare function variableNames(project: Project): ReadonlyMap<Credential, string>;
