/** What is looked up once of a service, because several signals need it. */
import type { Service } from '../../compose/project.js';
import { type ImageMatch } from '../images/find-image.js';
import type { ImageName } from '../images/image-name.js';
import type { Role } from '../topology.js';
export interface ServiceFacts {
    readonly service: Service;
    readonly image: ImageName | undefined;
    readonly match: ImageMatch | undefined;
    /** What the catalogue says of the image. */
    readonly imageRole: Role | undefined;
    /** The words of entrypoint and command, joined by spaces. */
    readonly commandText: string;
}
export declare function factsOf(service: Service): ServiceFacts;
export declare function joined(words: readonly string[]): string;
/** Whether image or name alone make a service a store. */
export declare function isStore({ service, imageRole }: ServiceFacts): boolean;
