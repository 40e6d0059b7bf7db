/** References that Docker Compose would fetch from elsewhere: never fetched here. */

const REMOTE = [/^(?:git|ssh|oci):\/\//, /^git@/, /^github\.com\//, /^https?:\/\/.*\.git(?:#.*)?$/];

/** Whether a reference names a Git repository or an OCI artifact (docker/compose `pkg/remote`). */
export function isRemote(reference: string): boolean {
  return REMOTE.some((pattern) => pattern.test(reference));
}
