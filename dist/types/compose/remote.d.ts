/** References that Docker Compose would fetch from elsewhere: never fetched here. */
/** Whether a reference names a Git repository or an OCI artifact (docker/compose `pkg/remote`). */
export declare function isRemote(reference: string): boolean;
