/** The setting by which an image reads a credential from a file, where its documentation names one. */
import type { Service } from '../../compose/project.js';
/** `POSTGRES_PASSWORD_FILE` for `POSTGRES_PASSWORD`; `undefined` where the image is not known to read any. */
export declare function fileFormOf(service: Service, setting: string): string | undefined;
