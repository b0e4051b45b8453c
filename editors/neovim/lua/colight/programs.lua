--- Java files that are live. Of others the server does not hear; another one serves them.
local client = require('colight.client')
local config = require('colight.config')

local M = {}

--- Lines at the top of a file that are asked whether it is live; as many as the server reads.
local HEAD = 200

--- Tells whether the top of a buffer may say that it is live; the server knows where that counts.
local function may_say_live(buffer)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, HEAD, false)) do
    if line:find('/[/*]%s*|.*%f[%w]live%f[%W]') then
      return true
    end
  end
  return false
end

--- Starts the server for a Java file as soon as the file says that it is live.
function M.watch(buffer)
  if vim.b[buffer].colight_live then
    -- It has been read again, which the server takes for another document.
    M.make_live(buffer)
    return
  elseif not config.current.autostart or vim.bo[buffer].buftype ~= '' then
    return
  end
  local function look()
    if client.of(buffer) then
      return true
    elseif may_say_live(buffer) then
      client.start(buffer)
      return true
    end
  end
  if not look() then
    vim.api.nvim_create_autocmd({ 'InsertLeave', 'TextChanged', 'BufWritePost' }, {
      group = vim.api.nvim_create_augroup('colight.programs.' .. buffer, {}),
      buffer = buffer,
      desc = 'see whether a Java file says that it is live',
      callback = look,
    })
  end
end

--- Asks the server to take a Java file for live.
local function ask(buffer)
  local arguments = { vim.uri_from_bufnr(buffer) }
  client.request(buffer, 'workspace/executeCommand', { command = 'colight.live', arguments = arguments })
end

--- Makes a Java file live, whatever it says, until it is closed.
function M.make_live(buffer)
  if not vim.api.nvim_buf_get_name(buffer):match('%.java$') then
    vim.notify('colight: this is no .java file', vim.log.levels.WARN)
    return
  end
  vim.b[buffer].colight_live = true
  if client.of(buffer) then
    ask(buffer)
  else
    client.start(buffer)
  end
end

--- Has a server that has just been told of a Java file take it for live, where somebody said so.
function M.attached(buffer)
  if vim.b[buffer].colight_live then
    ask(buffer)
  end
end

return M
