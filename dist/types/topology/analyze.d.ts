/** From projects to topologies: namespaces, networks unified by engine name, endpoints, ways in. */
import type { Project } from '../compose/project.js';
import { type EngineProfile } from './engine.js';
import type { GivenRole } from './roles.js';
import type { Topology } from './topology.js';
export interface AnalyzeOptions {
    readonly engine?: Partial<EngineProfile>;
    /** Roles that somebody gave to services of a project. */
    readonly roles?: (project: Project) => GivenRole | undefined;
    /** Who is a group: projects that share networks (the default), or all, which see each other's ports on their host. */
    readonly grouped?: 'by-network' | 'by-host';
}
/** The topology of one project, as if nothing else ran on the host. */
export declare function analyzeTopology(project: Project, options?: AnalyzeOptions): Topology;
/** The topologies of projects that run side by side, in the same order: their networks unify by engine name. */
export declare function analyzeTopologies(projects: readonly Project[], options?: AnalyzeOptions): readonly Topology[];
