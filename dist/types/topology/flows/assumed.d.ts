/** Flows without any text in the files: images that look for a host of a certain name unless told otherwise. */
import type { Service } from '../../compose/project.js';
import type { Draft } from './draft.js';
export declare function assumedDrafts(service: Service): readonly Draft[];
