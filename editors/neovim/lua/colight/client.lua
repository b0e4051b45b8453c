--- Starts the server, and hears from it.
local config = require('colight.config')
local documents = require('colight.documents')
local inputs = require('colight.inputs')
local paint = require('colight.paint')
local text = require('colight.text')

local M = {}

local painting = false

--- How long a server that is built takes to start, with some air.
local START_MS = 10000

--- The client that was started last.
local started

--- Returns the command of the clone that this plugin is in, or the one on $PATH.
---@return string?
function M.launcher()
  local here = vim.fs.dirname(vim.fn.resolve(debug.getinfo(1, 'S').source:sub(2)))
  local own = vim.fs.normalize(here .. '/../../../../colight')
  if vim.fn.executable(own) == 1 then
    return own
  end
  local found = vim.fn.exepath('colight')
  return found ~= '' and found or nil
end

local function command()
  if config.current.cmd then
    return config.current.cmd
  end
  return { M.launcher() or 'colight', 'lsp' }
end

--- Adds the token that a server on a socket wants to see.
local function before_init(params)
  local file = config.current.token_file
  if file then
    local read = vim.fn.readfile(vim.fn.expand(file))
    params.initializationOptions.colight.token = vim.trim(read[1] or '')
  end
end

local handlers = {}
for name in pairs(documents.handlers) do
  handlers['colight/' .. name] = function(_, params)
    local document = documents.of_uri(params.uri)
    if document then
      documents.handlers[name](document, params)
    end
  end
end

--- Returns how the client is configured, as vim.lsp.start and vim.lsp.config take it.
function M.config()
  return {
    name = 'colight',
    cmd = command(),
    filetypes = { 'jsh' },
    flags = { debounce_text_changes = config.current.debounce },
    settings = { colight = config.current.settings },
    init_options = {
      colight = vim.tbl_extend('force', config.current.settings, {
        protocol = 1,
        renders = { text.TABLE, inputs.MIME },
        urls = false,
      }),
    },
    before_init = before_init,
    handlers = handlers,
  }
end

--- Starts the server for a buffer, or has the one that runs follow it.
function M.start(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= '' and vim.fs.dirname(name) or vim.fn.getcwd()
  local options = M.config()
  options.root_dir = folder
  local id = vim.lsp.start(options, {
    bufnr = buffer,
    reuse_client = function(client)
      return client.name == 'colight'
    end,
  })
  if id and id ~= started then
    started = id
    vim.defer_fn(function()
      if M.starting() == id then
        vim.notify('colight: starting; the first time it is built, for some minutes')
      end
    end, START_MS)
  end
  return id
end

--- Returns the client that was started and has yet to hear from its server, if there is one.
function M.starting()
  local client = started and vim.lsp.get_client_by_id(started)
  return client and not client.initialized and started or nil
end

--- Starts the server where the settings say so.
function M.autostart(buffer)
  if config.current.autostart and vim.bo[buffer].buftype == '' then
    M.start(buffer)
  end
end

--- Fits what is painted to windows that have become wider or narrower.
function M.resized()
  for _, client in ipairs(vim.lsp.get_clients({ name = 'colight' })) do
    for buffer in pairs(client.attached_buffers) do
      local document = documents.get(buffer)
      if document then
        paint.resized(document)
      end
    end
  end
end

--- Returns the client of a buffer.
function M.of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = 'colight' })[1]
end

--- Begins to follow a buffer to which the client has been attached.
function M.attached(client, buffer)
  if not painting then
    painting = true
    documents.listen(paint.paint)
  end
  documents.follow(buffer, client.id, function(document)
    M.request(buffer, 'colight/document', {}, function(result)
      if documents.get(buffer) == document then
        documents.replace(document, result)
      end
    end)
  end)
  if not config.current.diagnostics_virtual_text then
    local namespace = vim.lsp.diagnostic.get_namespace(client.id)
    vim.diagnostic.config({ virtual_text = false }, namespace)
  end
  if not config.current.inlay_hints then
    vim.lsp.inlay_hint.enable(false, { bufnr = buffer })
  end
  vim.api.nvim_create_autocmd('LspDetach', {
    buffer = buffer,
    callback = function(event)
      if event.data.client_id == client.id then
        documents.forget(buffer)
        return true
      end
    end,
  })
  if config.current.on_attach then
    config.current.on_attach(client, buffer)
  end
end

--- Asks the server about the document of a buffer; says what it says where it refuses.
---@param method string
---@param params table the document's URI is added
---@param answered? fun(result: any)
function M.request(buffer, method, params, answered)
  local client, document = M.of(buffer), documents.get(buffer)
  if not client or not document then
    vim.notify('colight: this is no live document', vim.log.levels.WARN)
    return
  end
  params.uri = document.uri
  local function answer(err, result)
    if err then
      vim.notify('colight: ' .. err.message, vim.log.levels.ERROR)
    elseif answered then
      answered(result)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, answer, buffer)
  else
    client.request(method, params, answer, buffer)
  end
end

return M
