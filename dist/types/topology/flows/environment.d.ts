/** Flows that environment variables speak of, those from env files included. */
import type { Service } from '../../compose/project.js';
import { type Draft } from './draft.js';
import { type UnsetNames } from './unset-names.js';
export declare function environmentDrafts(service: Service, isProxy: boolean, unset: UnsetNames): readonly Draft[];
