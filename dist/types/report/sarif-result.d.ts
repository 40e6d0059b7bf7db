/** A finding as a SARIF result: exact places, links between them, the path through the network as a code flow. */
import type { ArtifactLocation, Result } from 'sarif';
import type { Finding, Suppressed } from '../analysis/report.js';
import { type RepositoryOptions } from './paths.js';
/** The name by which every file's URI is relative to the repository root. */
export declare const SOURCE_ROOT = "%SRCROOT%";
export declare function resultOf(finding: Finding | Suppressed, ruleIndex: number | undefined, options: RepositoryOptions): Result;
/** GitHub takes relative URIs from the root of the repository, whatever the base says. */
export declare function artifactLocation(file: string, options: RepositoryOptions): ArtifactLocation;
