/** A request and its answer in a form that may be sent to a worker and back. Bodies are bytes: whatever they hold arrives as it was. */
export interface RequestMessage {
  method: string;
  url: string;
  headers: [string, string][];
  body: ArrayBuffer | null;
}

export interface ResponseMessage {
  status: number;
  statusText: string;
  headers: [string, string][];
  body: ArrayBuffer | null;
}

export async function packRequest(request: Request): Promise<RequestMessage> {
  const { method, url, headers } = request;
  return { method, url, headers: [...headers], body: await bytesOf(request) };
}

export function unpackRequest({ url, ...init }: RequestMessage): Request {
  return new Request(url, init);
}

export async function packResponse(response: Response): Promise<ResponseMessage> {
  const { status, statusText, headers } = response;
  return { status, statusText, headers: [...headers], body: await bytesOf(response) };
}

export function unpackResponse({ body, ...init }: ResponseMessage): Response {
  return new Response(body, init);
}

/** No bytes is no body: GET may not carry one, nor 204. */
async function bytesOf(message: Request | Response): Promise<ArrayBuffer | null> {
  const bytes = await message.arrayBuffer();
  return bytes.byteLength === 0 ? null : bytes;
}
