"""Options of the tests that run longer, or that need programs built elsewhere."""


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="all 20,000 random records instead of 500, all 10,000 random histories instead of 300")
    parser.addoption("--driver-c", action="append", default=[], help="program built from tests/differential/driver.c; repeatable")
    parser.addoption("--driver-xstate", action="append", default=[], help="program built from tests/xstate/driver.cpp")
    parser.addoption("--driver-cpp", action="append", default=[], help="program built from tests/differential/driver.cpp; repeatable")
