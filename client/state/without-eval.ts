import { config } from 'zod';

/*
 * Checks of the contract try whether they may be compiled. Our policy says no, and the browser would report the try as
 * a fault. Imported before the contract.
 */
config({ jitless: true });
