import { z } from 'zod';
import { Id, MunicipalityCode, Position, Revision } from './primitives.ts';

/** Facts of the address register; everybody may search them. */
export const Address = z.object({
  id: Id,
  municipality: MunicipalityCode,
  street: z.string(),
  number: z.number().int(),
  letter: z.string(),
  addition: z.string(),
  postcode: z.string().nullable(),
  place: z.string(),
  label: z.string(),
  position: Position,
});
export type Address = z.infer<typeof Address>;

/** Query of `/api/v1/addresses`: a page of addresses, by street or all, in id order after `after`. */
export const AddressQuery = z.strictObject({
  municipality: MunicipalityCode,
  street: z.string().min(1).max(120).optional(),
  postcode: z
    .string()
    .regex(/^\d{4}[A-Z]{2}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: Id.optional(),
});

/** `next` is the address of the following page, null on the last. */
export const Addresses = z.object({
  revision: Revision,
  addresses: z.array(Address),
  next: z.string().nullable(),
});
export type Addresses = z.infer<typeof Addresses>;
