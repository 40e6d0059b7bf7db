/** Which top-level resources the running services use: Compose prints no others. */
import type { Tree } from '../../source/tree.js';
import type { Project } from '../project.js';
export declare function usedResources(project: Project, section: string, resources: Tree | undefined): Tree | undefined;
