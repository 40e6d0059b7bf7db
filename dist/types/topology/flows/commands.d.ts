/** Flows that commands, entrypoints and health checks speak of. */
import type { Service } from '../../compose/project.js';
import { type Draft } from './draft.js';
export declare function commandDrafts(service: Service): readonly Draft[];
