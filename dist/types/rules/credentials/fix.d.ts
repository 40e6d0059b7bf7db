/** The way out of a credential in plain text: a mounted secret where the image reads one, else a variable that must be set. */
import type { Project } from '../../compose/project.js';
import type { FixProposal } from '../rule.js';
import type { Credential } from './find.js';
/** `group`: all the credentials that one setting holds. */
export declare function credentialFix(project: Project, group: readonly Credential[]): FixProposal;
