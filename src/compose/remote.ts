/** References that Docker Compose would fetch from elsewhere: never fetched here. */
import type { Mode } from './project.js';

const REMOTE = [/^(?:git|ssh|oci):\/\//, /^git@/, /^github\.com\//, /^https?:\/\/.*\.git(?:#.*)?$/];

/** Whether Compose takes a reference for a Git repository or an OCI artifact (docker/compose `pkg/remote`). */
export function isRemote(reference: string): boolean {
  return REMOTE.some((pattern) => pattern.test(reference));
}

/** Compose looks for any other URL among the local files; an analysis knows that it is none. */
export function isElsewhere(reference: string, mode: Mode): boolean {
  return isRemote(reference) || (mode === 'analysis' && /^https?:\/\//.test(reference));
}
