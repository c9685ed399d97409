import { hash } from 'node:crypto'

/** Lower-case hex SHA-256 of text (UTF-8) or bytes. */
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data)

/** As the domain takes it. */
export const sha256 = async (text: string): Promise<string> => sha256Hex(text)
