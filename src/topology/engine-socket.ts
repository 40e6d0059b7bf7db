/** The sockets behind which a container engine takes orders: whoever can open one is root on the host. */
import type { Mount } from '../compose/project.js';

const SOCKET = /(?:^|\/)(?:docker|podman|containerd|crio)\.sock$/;
const SOCKET_FOLDERS = new Set(['/', '/var', '/var/run', '/run', '/run/podman', '/var/run/podman', '/run/containerd']);
const SOCKET_PIPE = /^[\\/]{2}\.[\\/]pipe[\\/]docker_engine$/;

/** Whether the mount gives the socket of a container engine, alone or with the folder it lies in. Read-only or not. */
export function mountsEngineSocket(mount: Mount): boolean {
  if (mount.unknownSource) return SOCKET.test(mount.target);
  if (mount.type === 'npipe') return SOCKET_PIPE.test(mount.source);
  if (mount.type !== 'bind') return false;
  return SOCKET.test(mount.source) || SOCKET_FOLDERS.has(mount.source);
}
