/** The sockets behind which a container engine takes orders: whoever can open one is root on the host. */
import type { Mount } from '../compose/project.js';
/** Whether the mount gives the socket of a container engine, alone or with the folder it lies in. Read-only or not. */
export declare function mountsEngineSocket(mount: Mount): boolean;
