/** Volumes and host folders that several services mount: what one of them writes the others read. */
import type { Project } from '../compose/project.js';
import type { Channel } from './topology.js';
/** One channel for each volume or host folder that somebody writes and somebody else mounts, sorted by what it is. */
export declare function volumeChannels(project: Project): readonly Channel[];
