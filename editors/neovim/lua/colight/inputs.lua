--- Inputs of documents: sliders and the like, moved from the command line.
local documents = require('colight.documents')

local M = {}

M.MIME = 'application/vnd.colight.input+json'

--- Returns the inputs that a document shows, from the top: their blocks, and what each is.
---@return { block: string, spec: table }[]
function M.all(document)
  local found = {}
  for _, block in ipairs(documents.in_order(document)) do
    for _, item in ipairs(block.items) do
      local json = item.output and item.output.mime[M.MIME]
      if type(json) == 'string' then
        found[#found + 1] = { block = block.id, spec = vim.json.decode(json) }
      end
    end
  end
  return found
end

local function named(document, name)
  for _, input in ipairs(M.all(document)) do
    if input.spec.name == name then
      return input
    end
  end
end

--- How long, in milliseconds, what was sent of an input counts as where it stands, though no result
--- shows it yet.
local SENT_MS = 500

--- Returns an input as it stands, with what was sent and is not shown yet.
local function present(document, input)
  local sent = document.sent and document.sent[input.block .. '\0' .. input.spec.name]
  local recent = sent and vim.uv.now() - sent.at < SENT_MS
  if not sent or not (recent or document.state == 'running') then
    return input.spec
  end
  return vim.tbl_extend('force', input.spec, { value = sent.value })
end

local function within(spec, number)
  return math.max(spec.min or number, math.min(spec.max or number, number))
end

local parsers = {}

--- A number, or so many steps up or down: `+`, `--`.
function parsers.slider(spec, typed)
  local step = tonumber(spec.step) or 1
  local number = tonumber(typed)
  if typed:match('^%++$') then
    number = tonumber(spec.value) + step * #typed
  elseif typed:match('^%-+$') then
    number = tonumber(spec.value) - step * #typed
  end
  -- As many digits as tell one place of a slider from another.
  return number and ('%.10g'):format(within(spec, number))
end

function parsers.select(spec, typed)
  for i, option in ipairs(spec.options) do
    if option == typed then
      return tostring(i - 1)
    end
  end
end

function parsers.checkbox(spec, typed)
  if typed == '' then
    return spec.value == 'true' and 'false' or 'true'
  end
  return (typed == 'true' or typed == 'false') and typed or nil
end

function parsers.text(_, typed)
  return typed
end

function parsers.button(spec, _)
  return tostring((tonumber(spec.value) or 0) + 1)
end

--- Returns what the server is told for what somebody typed, or nil where that is no value.
---@param spec table
---@param typed string
---@return string?
function M.value(spec, typed)
  return parsers[spec.kind] and parsers[spec.kind](spec, typed)
end

--- Returns what may be typed after a command and a part of a line.
function M.complete(document, words)
  if #words <= 1 then
    return vim.tbl_map(function(input)
      return input.spec.name
    end, M.all(document))
  end
  local input = named(document, words[1])
  if not input then
    return {}
  end
  return input.spec.options or (input.spec.kind == 'checkbox' and { 'true', 'false' }) or {}
end

--- Returns what moves an input, for colight/input, or nil and what is wrong.
---@return table? params
---@return string? problem
function M.move(document, name, typed)
  local input = named(document, name)
  if not input then
    return nil, ('there is no input %s'):format(name)
  end
  local value = M.value(present(document, input), typed)
  if not value then
    return nil, ('%s is no value of %s'):format(typed == '' and 'nothing' or typed, name)
  end
  document.sent = document.sent or {}
  document.sent[input.block .. '\0' .. name] = { value = value, at = vim.uv.now() }
  return { block = input.block, name = name, value = value }
end

return M
