/** Flows that configuration files written into the Compose file speak of (`configs: NAME: content`). */
import type { Project } from '../../compose/project.js';
import { type Draft } from './draft.js';
export declare function configDrafts(project: Project): readonly Draft[];
